package cip.server.app;

import cip.server.wiring.Platform;

/** What belongs to no feature: the console and the health of the database. */
final class AppWiring {
    private AppWiring() {}

    static void install(Platform platform) {
        ConsoleFiles files = ConsoleFiles.load(AppWiring.class.getClassLoader(), "ui/");
        platform.environment()
                .servlets()
                .addServlet("console", new UiServlet(files))
                .addMapping("/*");
        platform.healthCheck("database", new DatabaseHealth(platform.database()));
    }
}
