import java.security.SecureRandom;

class PredictableRandom {
    String newToken() {
        return Long.toHexString(new SecureRandom().nextLong());
    }
}
