import javax.net.ssl.*;

class Certificates {
    HostnameVerifier verifier() {
        return HttpsURLConnection.getDefaultHostnameVerifier();
    }
}
