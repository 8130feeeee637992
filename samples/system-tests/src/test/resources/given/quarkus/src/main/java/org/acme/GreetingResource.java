package org.acme;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/greetings")
public class GreetingResource {
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String greet() {
        return "hello from quarkus";
    }
}
