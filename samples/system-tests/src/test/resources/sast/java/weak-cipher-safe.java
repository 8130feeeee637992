import javax.crypto.Cipher;

class WeakCipher {
    Cipher cipher() throws Exception {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }
}
