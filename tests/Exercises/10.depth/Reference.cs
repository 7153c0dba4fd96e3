// exercise 10.depth (2)
static int BlocksPerStage(int depth) =>
    depth >= 8 && (depth - 2) % 6 == 0
        ? (depth - 2) / 6
        : throw new ArgumentException($"No CIFAR ResNet has {depth} layers: 8, 14, 20, ... are possible.");
