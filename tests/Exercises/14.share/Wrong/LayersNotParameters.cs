// exercise 14.share (2)
// wrong: takes the share of the layers, not of the parameters
static int LayersFor(long[] parameters, double share) => share < 0 || share > 1
    ? throw new ArgumentException("A share lies between 0 and 1.")
    : (int)Math.Ceiling(share * parameters.Length);
