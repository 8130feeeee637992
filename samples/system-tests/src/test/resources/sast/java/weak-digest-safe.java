import java.security.MessageDigest;

class WeakDigest {
    byte[] digest(byte[] data) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
