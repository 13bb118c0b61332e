package dev.sturgeon.sample;

/**
 * One result as a model sees it.
 *
 * @param point the configuration in the unit cube; NaN where a hyperparameter is inactive
 * @param level how long it had trained: the logarithm of its epochs
 * @param value how good it was; 0 is middling, larger is better
 */
record Observation(double[] point, double level, double value) {}
