package cip.server.openscoring;

import cip.core.score.PmmlModel;
import cip.server.models.RegisteredModel;

/**
 * A model of the registry, ready to be asked.
 *
 * @param bytes size of its file
 */
record ServedModel(RegisteredModel registered, PmmlModel pmml, int bytes) {}
