import java.security.MessageDigest;

class WeakDigest {
    byte[] digest(byte[] password) throws Exception {
        return MessageDigest.getInstance("MD5").digest(password);
    }
}
