package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.testkit.fake.FakeScannerFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FakeScannerContractTest extends ScannerContract {
    @TempDir
    private Path home;

    private Rig rig;

    @Override
    protected Scanner scanner() {
        rig = new Rig(home);
        FakeScannerFactory factory = FakeScannerFactory.of("fake-scanner");
        return factory.create(rig.lend(factory));
    }

    @Override
    protected FileTree clean() {
        return Rig.tree("nothing to see");
    }

    @Override
    protected FileTree guilty() {
        return Rig.tree("a " + FakeScannerFactory.GUILTY + " in the middle");
    }

    @Override
    protected String mustNotBeTold() {
        return FakeScannerFactory.GUILTY;
    }

    @AfterEach
    final void closeRig() {
        rig.close();
    }
}
