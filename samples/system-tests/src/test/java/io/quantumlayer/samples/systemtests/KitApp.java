package io.quantumlayer.samples.systemtests;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The smallest application that can be deployed: it answers 200 to everything, and says so before. */
final class KitApp {
    private static final int OK = 200;

    private KitApp() {}

    public static void main(String[] args) throws IOException {
        InetAddress host = InetAddress.getByName(System.getenv("HOST"));
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(OK, -1);
            exchange.close();
        });
        // Whoever finds the port open finds the line in the log.
        System.out.println("about to listen");
        server.start();
    }
}
