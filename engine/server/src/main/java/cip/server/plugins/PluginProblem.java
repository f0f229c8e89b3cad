package cip.server.plugins;

/** Why a plugin cannot be used: what was found in its folder, and what to do about it. */
final class PluginProblem extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param remedy begins with "Maybe" */
    PluginProblem(String found, String remedy) {
        super(found + "\n" + remedy);
    }

    PluginProblem(String found, String remedy, Throwable cause) {
        super(found + "\n" + remedy, cause);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
