// exercise 09.calibration (3)
static double Calibration(double[] sure, bool[] hits, int bins) => Enumerable.Range(0, sure.Length)
    .GroupBy(i => Math.Min((int)(sure[i] * bins), bins - 1))
    .Sum(bin => (double)bin.Count() / sure.Length * Math.Abs(bin.Average(i => sure[i]) - bin.Average(i => hits[i] ? 1.0 : 0.0)));
