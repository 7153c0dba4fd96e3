// The named values of plotly.js attributes, ClickMode to Fill.

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed partial class ClickMode : AttributeValue
    {
        private ClickMode(object value)
            : base(value)
        {
        }

        public static ClickMode Event { get; } = new("event");
        public static ClickMode Select { get; } = new("select");
        public static ClickMode EventSelect { get; } = new("event+select");
        public static ClickMode NoClickMode { get; } = new("none");
    }

    public sealed partial class ClickToShow : AttributeValue
    {
        private ClickToShow(object value)
            : base(value)
        {
        }

        public static ClickToShow False { get; } = new(false);
        public static ClickToShow OnOff { get; } = new("onoff");
        public static ClickToShow OnOut { get; } = new("onout");
    }

    public sealed partial class ColorComponentBound : AttributeValue
    {
        private ColorComponentBound(object value)
            : base(value)
        {
        }
    }

    public sealed partial class ColorModel : AttributeValue
    {
        private ColorModel(object value)
            : base(value)
        {
        }

        public static ColorModel RGB { get; } = new("rgb");
        public static ColorModel RGBA { get; } = new("rgba");
        public static ColorModel RGBA256 { get; } = new("rgba256");
        public static ColorModel HSL { get; } = new("hsl");
        public static ColorModel HSLA { get; } = new("hsla");
    }

    public sealed partial class Colorscale : AttributeValue
    {
        private Colorscale(object value)
            : base(value)
        {
        }

        public static Colorscale RdBu { get; } = new("RdBu");
        public static Colorscale Earth { get; } = new("Earth");
        public static Colorscale Blackbody { get; } = new("Blackbody");
        public static Colorscale YIOrRd { get; } = new("YIOrRd");
        public static Colorscale YIGnBu { get; } = new("YIGnBu");
        public static Colorscale Bluered { get; } = new("Bluered");
        public static Colorscale Portland { get; } = new("Portland");
        public static Colorscale Electric { get; } = new("Electric");
        public static Colorscale Jet { get; } = new("Jet");
        public static Colorscale Hot { get; } = new("Hot");
        public static Colorscale Greys { get; } = new("Greys");
        public static Colorscale Greens { get; } = new("Greens");
        public static Colorscale Picnic { get; } = new("Picnic");
        public static Colorscale Rainbow { get; } = new("Rainbow");
        public static Colorscale Viridis { get; } = new("Viridis");
        public static Colorscale Cividis { get; } = new("Cividis");
    }

    public sealed partial class ConstraintOperation : AttributeValue
    {
        private ConstraintOperation(object value)
            : base(value)
        {
        }

        public static ConstraintOperation Equal { get; } = new("=");
        public static ConstraintOperation LesserThan { get; } = new("<");
        public static ConstraintOperation LesserThanOrEqual { get; } = new("<=");
        public static ConstraintOperation GreaterThan { get; } = new(">");
        public static ConstraintOperation GreaterThanOrEqual { get; } = new(">=");
        public static ConstraintOperation InsideInclusiveInterval { get; } = new("[]");
        public static ConstraintOperation InsideLeftInclusiveInterval { get; } = new("[)");
        public static ConstraintOperation InsideRightInclusiveInterval { get; } = new("(]");
        public static ConstraintOperation InsideExclusiveInterval { get; } = new("()");
        public static ConstraintOperation OutsideInclusiveInterval { get; } = new("][");
        public static ConstraintOperation OutsideLeftInclusiveInterval { get; } = new(")(");
        public static ConstraintOperation OutsideRightInclusiveInterval { get; } = new("](");
        public static ConstraintOperation OutsideExclusiveInterval { get; } = new("](");
    }

    public sealed partial class ContourColoring : AttributeValue
    {
        private ContourColoring(object value)
            : base(value)
        {
        }

        public static ContourColoring Fill { get; } = new("fill");
        public static ContourColoring Heatmap { get; } = new("heatmap");
        public static ContourColoring Lines { get; } = new("lines");
        public static ContourColoring NoColoring { get; } = new("none");
    }

    public sealed partial class ContourType : AttributeValue
    {
        private ContourType(object value)
            : base(value)
        {
        }

        public static ContourType Levels { get; } = new("levels");
        public static ContourType Constraint { get; } = new("constraint");
    }

    public sealed partial class CumulativeDirection : AttributeValue
    {
        private CumulativeDirection(object value)
            : base(value)
        {
        }

        public static CumulativeDirection Increasing { get; } = new("increasing");
        public static CumulativeDirection Decreasing { get; } = new("decreasing");
    }

    public sealed partial class Currentbin : AttributeValue
    {
        private Currentbin(object value)
            : base(value)
        {
        }

        public static Currentbin Include { get; } = new("Include");
        public static Currentbin Exclude { get; } = new("Exclude");
        public static Currentbin Half { get; } = new("Half");
    }

    public sealed partial class Direction : AttributeValue
    {
        private Direction(object value)
            : base(value)
        {
        }

        public static Direction Clockwise { get; } = new("clockwise");
        public static Direction CounterClockwise { get; } = new("counterclockwise");
    }

    public sealed partial class DoubleClick : AttributeValue
    {
        private DoubleClick(object value)
            : base(value)
        {
        }

        public static DoubleClick Reset { get; } = new("reset");
        public static DoubleClick Autosize { get; } = new("autosize");
        public static DoubleClick ResetAutosize { get; } = new("reset+autosize");
        public static DoubleClick NoInteraction { get; } = new(false);
    }

    public sealed partial class DragMode : AttributeValue
    {
        private DragMode(object value)
            : base(value)
        {
        }

        public static DragMode Zoom { get; } = new("zoom");
        public static DragMode Pan { get; } = new("pan");
        public static DragMode Select { get; } = new("select");
        public static DragMode Lasso { get; } = new("lasso");
        public static DragMode DrawClosedPath { get; } = new("drawclosedpath");
        public static DragMode DrawOpenPath { get; } = new("drawopenpath");
        public static DragMode DrawLine { get; } = new("drawline");
        public static DragMode DrawRect { get; } = new("drawrect");
        public static DragMode DrawCircle { get; } = new("drawcircle");
        public static DragMode Orbit { get; } = new("orbit");
        public static DragMode TurnTable { get; } = new("turntable");
        public static DragMode False { get; } = new(false);
    }

    public sealed partial class DrawDirection : AttributeValue
    {
        private DrawDirection(object value)
            : base(value)
        {
        }

        public static DrawDirection Ortho { get; } = new("ortho");
        public static DrawDirection Horizontal { get; } = new("horizontal");
        public static DrawDirection Vertical { get; } = new("vertical");
        public static DrawDirection Diagonal { get; } = new("diagonal");
    }

    public sealed partial class DrawingStyle : AttributeValue
    {
        private DrawingStyle(object value)
            : base(value)
        {
        }

        public static DrawingStyle Solid { get; } = new("solid");
        public static DrawingStyle Dash { get; } = new("dash");
        public static DrawingStyle Dot { get; } = new("dot");
        public static DrawingStyle DashDot { get; } = new("dashdot");
        public static DrawingStyle LongDash { get; } = new("longdash");
        public static DrawingStyle LongDashDot { get; } = new("longdashdot");
    }

    public sealed partial class EntryWidthMode : AttributeValue
    {
        private EntryWidthMode(object value)
            : base(value)
        {
        }

        public static EntryWidthMode Fraction { get; } = new("fraction");
        public static EntryWidthMode Pixels { get; } = new("pixels");
    }

    public sealed partial class ErrorType : AttributeValue
    {
        private ErrorType(object value)
            : base(value)
        {
        }

        public static ErrorType Percent { get; } = new("percent");
        public static ErrorType Constant { get; } = new("constant");
        public static ErrorType Sqrt { get; } = new("sqrt");
        public static ErrorType Data { get; } = new("data");
    }

    public sealed partial class ExponentFormat : AttributeValue
    {
        private ExponentFormat(object value)
            : base(value)
        {
        }

        public static ExponentFormat B { get; } = new("B");
        public static ExponentFormat SI { get; } = new("SI");
        public static ExponentFormat Power { get; } = new("power");
        public static ExponentFormat Ecapital { get; } = new("E");
        public static ExponentFormat E { get; } = new("e");
        public static ExponentFormat None { get; } = new("none");
    }

    public sealed partial class Fill : AttributeValue
    {
        private Fill(object value)
            : base(value)
        {
        }

        public static Fill None { get; } = new("none");
        public static Fill ToZero_y { get; } = new("tozeroy");
        public static Fill ToZero_x { get; } = new("tozerox");
        public static Fill ToNext_y { get; } = new("tonexty");
        public static Fill ToNext_x { get; } = new("tonextx");
        public static Fill ToSelf { get; } = new("toself");
        public static Fill ToNext { get; } = new("tonext");
    }
}
