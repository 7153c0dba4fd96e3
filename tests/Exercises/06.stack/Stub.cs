// exercise 06.stack (1)
static long[] Stack(int layers, long channels) =>
    throw new NotImplementedException(
        "Return the field, the stack's weights, and the weights of one layer with that field.");
