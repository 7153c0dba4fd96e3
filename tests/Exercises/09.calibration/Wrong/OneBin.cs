// exercise 09.calibration (3)
// wrong: compares only the overall means, where gaps of both signs cancel
static double Calibration(double[] sure, bool[] hits, int bins) =>
    Math.Abs(sure.Average() - hits.Average(hit => hit ? 1.0 : 0.0));
