// The named values of plotly.js attributes, Align to CategoryTickAnchor.

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed partial class Align : AttributeValue
    {
        private Align(object value)
            : base(value)
        {
        }

        public static Align Auto { get; } = new("auto");
        public static Align Left { get; } = new("left");
        public static Align Right { get; } = new("right");
    }

    public sealed partial class AngleRef : AttributeValue
    {
        private AngleRef(object value)
            : base(value)
        {
        }

        public static AngleRef Previous { get; } = new("previous");
        public static AngleRef Up { get; } = new("up");
    }

    public sealed partial class AnnotationAlignment : AttributeValue
    {
        private AnnotationAlignment(object value)
            : base(value)
        {
        }

        public static AnnotationAlignment Left { get; } = new("left");
        public static AnnotationAlignment Center { get; } = new("center");
        public static AnnotationAlignment Right { get; } = new("right");
    }

    public sealed partial class ArrowHead : AttributeValue
    {
        private ArrowHead(object value)
            : base(value)
        {
        }

        public static ArrowHead TriangleShort { get; } = new(1);
        public static ArrowHead TriangleTall { get; } = new(2);
        public static ArrowHead Barbed { get; } = new(3);
        public static ArrowHead SimpleShort { get; } = new(4);
        public static ArrowHead SimpleTall { get; } = new(5);
        public static ArrowHead Cirle { get; } = new(6);
        public static ArrowHead Square { get; } = new(7);
        public static ArrowHead LineOnly { get; } = new(8);
    }

    public sealed partial class ArrowSide : AttributeValue
    {
        private ArrowSide(object value)
            : base(value)
        {
        }

        public static ArrowSide Start { get; } = new("start");
        public static ArrowSide End { get; } = new("end");
        public static ArrowSide StartEnd { get; } = new("startend");
        public static ArrowSide None { get; } = new("none");
    }

    public sealed partial class AutoRange : AttributeValue
    {
        private AutoRange(object value)
            : base(value)
        {
        }

        public static AutoRange True { get; } = new(true);
        public static AutoRange False { get; } = new(false);
        public static AutoRange Reversed { get; } = new("reversed");
        public static AutoRange MinReversed { get; } = new("min reversed");
        public static AutoRange MaxReversed { get; } = new("max reversed");
        public static AutoRange Min { get; } = new("min");
        public static AutoRange Max { get; } = new("max");
    }

    public sealed partial class AutoTypeNumbers : AttributeValue
    {
        private AutoTypeNumbers(object value)
            : base(value)
        {
        }

        public static AutoTypeNumbers ConvertTypes { get; } = new("convert types");
        public static AutoTypeNumbers Strict { get; } = new("strict");
    }

    public sealed partial class AxisConstraint : AttributeValue
    {
        private AxisConstraint(object value)
            : base(value)
        {
        }

        public static AxisConstraint Range { get; } = new("range");
        public static AxisConstraint Domain { get; } = new("domain");
    }

    public sealed partial class AxisConstraintDirection : AttributeValue
    {
        private AxisConstraintDirection(object value)
            : base(value)
        {
        }

        public static AxisConstraintDirection Left { get; } = new("left");
        public static AxisConstraintDirection Center { get; } = new("center");
        public static AxisConstraintDirection Right { get; } = new("right");
        public static AxisConstraintDirection Top { get; } = new("top");
        public static AxisConstraintDirection Middle { get; } = new("middle");
        public static AxisConstraintDirection Bottom { get; } = new("bottom");
    }

    public sealed partial class AxisType : AttributeValue
    {
        private AxisType(object value)
            : base(value)
        {
        }

        public static AxisType Auto { get; } = new("-");
        public static AxisType Linear { get; } = new("linear");
        public static AxisType Log { get; } = new("log");
        public static AxisType Date { get; } = new("date");
        public static AxisType Category { get; } = new("category");
        public static AxisType MultiCategory { get; } = new("multicategory");
    }

    public sealed partial class BackOff : AttributeValue
    {
        private BackOff(object value)
            : base(value)
        {
        }

        public static BackOff Auto { get; } = new("auto");
    }

    public sealed partial class BarMode : AttributeValue
    {
        private BarMode(object value)
            : base(value)
        {
        }

        public static BarMode Stack { get; } = new("stack");
        public static BarMode Group { get; } = new("group");
        public static BarMode Overlay { get; } = new("overlay");
        public static BarMode Relative { get; } = new("relative");
    }

    public sealed partial class BarNorm : AttributeValue
    {
        private BarNorm(object value)
            : base(value)
        {
        }

        public static BarNorm NoNorm { get; } = new("");
        public static BarNorm Fraction { get; } = new("fraction");
        public static BarNorm Percent { get; } = new("percent");
    }

    public sealed partial class BoxMean : AttributeValue
    {
        private BoxMean(object value)
            : base(value)
        {
        }

        public static BoxMean True { get; } = new(true);
        public static BoxMean False { get; } = new(false);
        public static BoxMean SD { get; } = new("sd");
    }

    public sealed partial class BoxMode : AttributeValue
    {
        private BoxMode(object value)
            : base(value)
        {
        }

        public static BoxMode Group { get; } = new("group");
        public static BoxMode Overlay { get; } = new("overlay");
    }

    public sealed partial class BoxPoints : AttributeValue
    {
        private BoxPoints(object value)
            : base(value)
        {
        }

        public static BoxPoints Outliers { get; } = new("outliers");
        public static BoxPoints All { get; } = new("all");
        public static BoxPoints SuspectedOutliers { get; } = new("suspectedoutliers");
        public static BoxPoints False { get; } = new(false);
    }

    public sealed partial class Calendar : AttributeValue
    {
        private Calendar(object value)
            : base(value)
        {
        }

        public static Calendar Gregorian { get; } = new("gregorian");
        public static Calendar Chinese { get; } = new("chinese");
        public static Calendar Coptic { get; } = new("coptic");
        public static Calendar Discworld { get; } = new("discworld");
        public static Calendar Ethiopian { get; } = new("ethiopian");
        public static Calendar Hebrew { get; } = new("hebrew");
        public static Calendar Islamic { get; } = new("islamic");
        public static Calendar Julian { get; } = new("julian");
        public static Calendar Mayan { get; } = new("mayan");
        public static Calendar Nanakshahi { get; } = new("nanakshahi");
        public static Calendar Nepali { get; } = new("nepali");
        public static Calendar Persian { get; } = new("persian");
        public static Calendar Jalali { get; } = new("jalali");
        public static Calendar Taiwan { get; } = new("taiwan");
        public static Calendar Thai { get; } = new("thai");
        public static Calendar Ummalqura { get; } = new("ummalqura");
    }

    public sealed partial class CategoryOrder : AttributeValue
    {
        private CategoryOrder(object value)
            : base(value)
        {
        }

        public static CategoryOrder Trace { get; } = new("trace");
        public static CategoryOrder CategoryAscending { get; } = new("category ascending");
        public static CategoryOrder CategoryDescending { get; } = new("category descending");
        public static CategoryOrder Array { get; } = new("array");
        public static CategoryOrder TotalAscending { get; } = new("total ascending");
        public static CategoryOrder TotalDescending { get; } = new("total descending");
        public static CategoryOrder MinAscending { get; } = new("min ascending");
        public static CategoryOrder MinDescending { get; } = new("min descending");
        public static CategoryOrder MaxAscending { get; } = new("max ascending");
        public static CategoryOrder MaxDescending { get; } = new("max descending");
        public static CategoryOrder SumAscending { get; } = new("sum ascending");
        public static CategoryOrder SumDescending { get; } = new("sum descending");
        public static CategoryOrder MeanAscending { get; } = new("mean ascending");
        public static CategoryOrder MeanDescending { get; } = new("mean descending");
        public static CategoryOrder MedianAscending { get; } = new("median ascending");
        public static CategoryOrder MedianDescending { get; } = new("median descending");
    }

    public sealed partial class CategoryTickAnchor : AttributeValue
    {
        private CategoryTickAnchor(object value)
            : base(value)
        {
        }

        public static CategoryTickAnchor Labels { get; } = new("labels");
        public static CategoryTickAnchor Boundaries { get; } = new("boundaries");
    }
}
