package dev.sturgeon.trial;

import java.io.Serializable;

/**
 * The size of one layer's gradient and of its update, at an epoch's last mini-batch.
 *
 * @param layer the layer's name, from the input side: "0", "1", …
 * @param gradient Euclidean norm of the gradient, before the updater
 * @param update Euclidean norm of what the updater subtracts
 */
public record LayerNorms(String layer, double gradient, double update) implements Serializable {}
