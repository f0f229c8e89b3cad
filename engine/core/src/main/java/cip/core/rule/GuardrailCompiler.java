package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles checked guardrail files with Drools. Called at start only, with files of the operator only. */
final class GuardrailCompiler {
    private static final String FOLDER = "src/main/resources/guardrails/";

    private GuardrailCompiler() {}

    /** @param files text by name relative to the folder */
    static KieBase compile(Map<String, String> files) {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId("cip", "guardrails", UUID.randomUUID().toString());
        KieFileSystem sources = services.newKieFileSystem();
        sources.generateAndWritePomXML(release);
        List<String> names = List.copyOf(files.keySet());
        for (int i = 0; i < names.size(); i++) {
            sources.write(FOLDER + i + ".drl", files.get(names.get(i)));
        }
        ClassLoader loader = Customer.class.getClassLoader();
        KieBuilder builder = services.newKieBuilder(sources, loader).buildAll(ExecutableModelProject.class);
        try {
            List<String> problems = new ArrayList<>();
            for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
                problems.add(place(message, names) + ": " + message.getText().strip());
            }
            if (!problems.isEmpty()) {
                throw new EngineException(ErrorCode.INVALID_CONFIGURATION, String.join("\n", problems));
            }
            return services.newKieContainer(release, loader).getKieBase();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static String place(Message message, List<String> names) {
        String path = message.getPath() == null ? "" : message.getPath();
        for (int i = 0; i < names.size(); i++) {
            if (path.endsWith("guardrails/" + i + ".drl")) {
                return names.get(i) + (message.getLine() > 0 ? ", line " + message.getLine() : "");
            }
        }
        return "The guardrails " + names;
    }
}
