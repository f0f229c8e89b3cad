package cip.core.decide;

/** What a strategy pins by hash, handed in by the host. */
public interface Artefacts {
    /** @throws cip.core.error.EngineException when there is no model of this hash */
    byte[] pmml(String hash);

    /** @throws cip.core.error.EngineException when there is no guardrail file of this hash */
    String guardrails(String hash);
}
