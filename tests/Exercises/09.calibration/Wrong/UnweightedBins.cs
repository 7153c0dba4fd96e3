// exercise 09.calibration (3)
// wrong: every bin counts alike, however few samples it holds
static double Calibration(double[] sure, bool[] hits, int bins) => Enumerable.Range(0, sure.Length)
    .GroupBy(i => Math.Min((int)(sure[i] * bins), bins - 1))
    .Average(bin => Math.Abs(bin.Average(i => sure[i]) - bin.Average(i => hits[i] ? 1.0 : 0.0)));
