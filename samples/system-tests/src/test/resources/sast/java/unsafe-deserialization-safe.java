import java.io.*;

class UnsafeDeserialization {
    Object read(InputStream in) throws Exception {
        ObjectInputStream stream = new ObjectInputStream(in);
        stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter("java.lang.Integer;!*"));
        return stream.readObject();
    }
}
