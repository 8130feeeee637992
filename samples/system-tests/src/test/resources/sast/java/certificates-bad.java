import javax.net.ssl.*;

class Certificates {
    HostnameVerifier verifier() {
        return (host, session) -> true;
    }
}
