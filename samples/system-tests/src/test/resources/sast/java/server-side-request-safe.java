import jakarta.servlet.http.HttpServletRequest;
import java.io.*;
import java.net.URL;

class ServerSideRequest {
    InputStream call(HttpServletRequest request) throws IOException {
        return new URL("https://api.example.org/items").openStream();
    }
}
