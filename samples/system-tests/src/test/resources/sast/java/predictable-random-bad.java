import java.util.Random;

class PredictableRandom {
    String newToken() {
        return Long.toHexString(new Random().nextLong());
    }
}
