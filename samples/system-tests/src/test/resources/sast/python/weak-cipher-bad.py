from Crypto.Cipher import AES


def encrypt(key, text):
    return AES.new(key, AES.MODE_ECB).encrypt(text)
