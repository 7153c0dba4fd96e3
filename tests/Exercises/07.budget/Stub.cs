// exercise 07.budget (3)
static Module<Tensor, Tensor> Train(Tensor images, Tensor labels, int steps) =>
    throw new NotImplementedException(
        "Return a trained network [N, 3, 32, 32] -> [N, 3] with at most 4,000 parameters.");
