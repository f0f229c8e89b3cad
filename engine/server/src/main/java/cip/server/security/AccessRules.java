package cip.server.security;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.http.Caller;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Lets nobody in where nothing is said: a route without {@code @RolesAllowed} or {@code @PermitAll} stops the start. */
final class AccessRules implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class) || isJerseysOwn(resource)) {
            return;
        }
        List<String> roles = allowed(method, resource.getResourceClass())
                .map(annotation -> List.of(annotation.value()))
                .orElseThrow(() -> new IllegalStateException(
                        "The route " + resource.getResourceClass().getName() + "." + method.getName()
                                + " does not say who may call it."));
        context.register(new Gate(roles));
    }

    /** The answers to OPTIONS that Jersey adds to every route; they name its methods and nothing else. */
    private static boolean isJerseysOwn(ResourceInfo resource) {
        return resource.getResourceClass().getName().startsWith("org.glassfish.jersey.server.");
    }

    private static Optional<RolesAllowed> allowed(Method method, Class<?> type) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        return Optional.ofNullable(own == null ? type.getAnnotation(RolesAllowed.class) : own);
    }

    @Priority(Priorities.AUTHORIZATION)
    private static final class Gate implements ContainerRequestFilter {
        private final List<String> roles;

        Gate(List<String> roles) {
            this.roles = roles;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            Caller caller = Caller.of(request.getSecurityContext());
            if (roles.stream().noneMatch(caller::isAdmittedBy)) {
                throw new EngineException(
                        ErrorCode.NOT_ALLOWED, caller.name() + " may not do this; it takes " + inWords() + ".");
            }
        }

        private String inWords() {
            return (roles.size() == 1 ? "the role " : "one of the roles ") + String.join(", ", roles);
        }
    }
}
