import java.io.*;

class UnsafeDeserialization {
    Object read(InputStream in) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(in);
        return stream.readObject();
    }
}
