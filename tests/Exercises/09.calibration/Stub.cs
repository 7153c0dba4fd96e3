// exercise 09.calibration (3)
static double Calibration(double[] sure, bool[] hits, int bins) =>
    throw new NotImplementedException("Return the expected calibration error.");
