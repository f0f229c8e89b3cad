/**
 * Takes models that were just trained, makes runs and registered versions of them at an MLflow tracking server.
 * Never changes a model, and never fails a training.
 */
@NullMarked
package cip.server.mlflow;

import org.jspecify.annotations.NullMarked;
