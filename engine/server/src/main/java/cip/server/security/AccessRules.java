package cip.server.security;

import cip.server.http.Admission;
import cip.server.http.Caller;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;

/** Lets nobody in where nothing is said: a route without {@code @RolesAllowed} or {@code @PermitAll} stops the start. */
final class AccessRules implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class) || isJerseysOwn(resource)) {
            return;
        }
        Admission admission = Admission.of(method, resource.getResourceClass())
                .orElseThrow(() -> new IllegalStateException(
                        "The route " + resource.getResourceClass().getName() + "." + method.getName()
                                + " does not say who may call it."));
        context.register(new Gate(admission));
    }

    /** The answers to OPTIONS that Jersey adds to every route; they name its methods and nothing else. */
    private static boolean isJerseysOwn(ResourceInfo resource) {
        return resource.getResourceClass().getName().startsWith("org.glassfish.jersey.server.");
    }

    @Priority(Priorities.AUTHORIZATION)
    private record Gate(Admission admission) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            admission.require(Caller.of(request.getSecurityContext()));
        }
    }
}
