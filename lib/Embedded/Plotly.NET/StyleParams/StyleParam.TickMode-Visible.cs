// The named values of plotly.js attributes, TickMode to Visible.

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed partial class TickMode : AttributeValue
    {
        private TickMode(object value)
            : base(value)
        {
        }

        public static TickMode Auto { get; } = new("auto");
        public static TickMode Linear { get; } = new("linear");
        public static TickMode Array { get; } = new("array");
        public static TickMode Sync { get; } = new("sync");
    }

    public sealed partial class TickOptions : AttributeValue
    {
        private TickOptions(object value)
            : base(value)
        {
        }

        public static TickOptions Outside { get; } = new("outside");
        public static TickOptions Inside { get; } = new("inside");
        public static TickOptions Empty { get; } = new("");
    }

    public sealed partial class TimeStep : AttributeValue
    {
        private TimeStep(object value)
            : base(value)
        {
        }

        public static TimeStep Month { get; } = new("month");
        public static TimeStep Year { get; } = new("year");
        public static TimeStep Day { get; } = new("day");
        public static TimeStep Hour { get; } = new("hour");
        public static TimeStep Minute { get; } = new("minute");
        public static TimeStep Second { get; } = new("second");
        public static TimeStep All { get; } = new("all");
    }

    public sealed partial class TimeStepMode : AttributeValue
    {
        private TimeStepMode(object value)
            : base(value)
        {
        }

        public static TimeStepMode Backward { get; } = new("backward");
        public static TimeStepMode ToDate { get; } = new("todate");
    }

    public sealed partial class TraceGroupClickOptions : AttributeValue
    {
        private TraceGroupClickOptions(object value)
            : base(value)
        {
        }

        public static TraceGroupClickOptions ToggleItem { get; } = new("toggleitem");
        public static TraceGroupClickOptions ToggleGroup { get; } = new("togglegroup");
    }

    public sealed partial class TraceItemClickOptions : AttributeValue
    {
        private TraceItemClickOptions(object value)
            : base(value)
        {
        }

        public static TraceItemClickOptions Toggle { get; } = new("toggle");
        public static TraceItemClickOptions ToggleOthers { get; } = new("toggleothers");
        public static TraceItemClickOptions False { get; } = new(false);
    }

    public sealed partial class TraceItemSizing : AttributeValue
    {
        private TraceItemSizing(object value)
            : base(value)
        {
        }

        public static TraceItemSizing Trace { get; } = new("trace");
        public static TraceItemSizing Constant { get; } = new("constant");
    }

    public sealed partial class TraceOrder : AttributeValue
    {
        private TraceOrder(object value)
            : base(value)
        {
        }

        public static TraceOrder Normal { get; } = new("normal");
        public static TraceOrder Reversed { get; } = new("reversed");
        public static TraceOrder Grouped { get; } = new("grouped");
        public static TraceOrder ReversedGrouped { get; } = new("grouped+reversed");
    }

    public sealed partial class TransitionEasing : AttributeValue
    {
        private TransitionEasing(object value)
            : base(value)
        {
        }

        public static TransitionEasing Linear { get; } = new("linear");
        public static TransitionEasing Quad { get; } = new("quad");
        public static TransitionEasing Cubic { get; } = new("cubic");
        public static TransitionEasing Sin { get; } = new("sin");
        public static TransitionEasing Exp { get; } = new("exp");
        public static TransitionEasing Circle { get; } = new("circle");
        public static TransitionEasing Elastic { get; } = new("elastic");
        public static TransitionEasing Back { get; } = new("back");
        public static TransitionEasing Bounce { get; } = new("bounce");
        public static TransitionEasing LinearIn { get; } = new("linear-in");
        public static TransitionEasing QuadIn { get; } = new("quad-in");
        public static TransitionEasing CubicIn { get; } = new("cubic-in");
        public static TransitionEasing SinIn { get; } = new("sin-in");
        public static TransitionEasing ExpIn { get; } = new("exp-in");
        public static TransitionEasing CircleIn { get; } = new("circle-in");
        public static TransitionEasing ElasticIn { get; } = new("elastic-in");
        public static TransitionEasing BackIn { get; } = new("back-in");
        public static TransitionEasing BounceIn { get; } = new("bounce-in");
        public static TransitionEasing LinearOut { get; } = new("linear-out");
        public static TransitionEasing QuadOut { get; } = new("quad-out");
        public static TransitionEasing CubicOut { get; } = new("cubic-out");
        public static TransitionEasing SinOut { get; } = new("sin-out");
        public static TransitionEasing ExpOut { get; } = new("exp-out");
        public static TransitionEasing CircleOut { get; } = new("circle-out");
        public static TransitionEasing ElasticOut { get; } = new("elastic-out");
        public static TransitionEasing BackOut { get; } = new("back-out");
        public static TransitionEasing BounceOut { get; } = new("bounce-out");
        public static TransitionEasing LinearInOut { get; } = new("linear-in-out");
        public static TransitionEasing QuadInOut { get; } = new("quad-in-out");
        public static TransitionEasing CubicInOut { get; } = new("cubic-in-out");
        public static TransitionEasing SinInOut { get; } = new("sin-in-out");
        public static TransitionEasing ExpInOut { get; } = new("exp-in-out");
        public static TransitionEasing CircleInOut { get; } = new("circle-in-out");
        public static TransitionEasing ElasticInOut { get; } = new("elastic-in-out");
        public static TransitionEasing BackInOut { get; } = new("back-in-out");
        public static TransitionEasing BounceInOut { get; } = new("bounce-in-out");
    }

    public sealed partial class TransitionOrdering : AttributeValue
    {
        private TransitionOrdering(object value)
            : base(value)
        {
        }

        public static TransitionOrdering LayoutFirst { get; } = new("layout first");
        public static TransitionOrdering TracesFirst { get; } = new("traces first");
    }

    public sealed partial class UniformTextMode : AttributeValue
    {
        private UniformTextMode(object value)
            : base(value)
        {
        }

        public static UniformTextMode Hide { get; } = new("hide");
        public static UniformTextMode False { get; } = new(false);
        public static UniformTextMode Show { get; } = new("show");
    }

    public sealed partial class UnitMode : AttributeValue
    {
        private UnitMode(object value)
            : base(value)
        {
        }

        public static UnitMode Fraction { get; } = new("fraction");
        public static UnitMode Pixels { get; } = new("pixels");
    }

    public sealed partial class UpdateMenuDirection : AttributeValue
    {
        private UpdateMenuDirection(object value)
            : base(value)
        {
        }

        public static UpdateMenuDirection Left { get; } = new("left");
        public static UpdateMenuDirection Right { get; } = new("right");
        public static UpdateMenuDirection Up { get; } = new("up");
        public static UpdateMenuDirection Down { get; } = new("down");
    }

    public sealed partial class UpdateMenuType : AttributeValue
    {
        private UpdateMenuType(object value)
            : base(value)
        {
        }

        public static UpdateMenuType Dropdown { get; } = new("dropdown");
        public static UpdateMenuType Buttons { get; } = new("buttons");
    }

    public sealed partial class UpdateMethod : AttributeValue
    {
        private UpdateMethod(object value)
            : base(value)
        {
        }

        public static UpdateMethod Restyle { get; } = new("restyle");
        public static UpdateMethod Relayout { get; } = new("relayout");
        public static UpdateMethod Animate { get; } = new("animate");
        public static UpdateMethod Update { get; } = new("update");
        public static UpdateMethod Skip { get; } = new("skip");
    }

    public sealed partial class VerticalAlign : AttributeValue
    {
        private VerticalAlign(object value)
            : base(value)
        {
        }

        public static VerticalAlign Top { get; } = new("top");
        public static VerticalAlign Middle { get; } = new("middle");
        public static VerticalAlign Bottom { get; } = new("bottom");
    }

    public sealed partial class ViolinMode : AttributeValue
    {
        private ViolinMode(object value)
            : base(value)
        {
        }

        public static ViolinMode Group { get; } = new("group");
        public static ViolinMode Overlay { get; } = new("overlay");
    }

    public sealed partial class ViolinSide : AttributeValue
    {
        private ViolinSide(object value)
            : base(value)
        {
        }

        public static ViolinSide Both { get; } = new("both");
        public static ViolinSide Positive { get; } = new("positive");
        public static ViolinSide Negative { get; } = new("negative");
    }

    public sealed partial class Visible : AttributeValue
    {
        private Visible(object value)
            : base(value)
        {
        }

        public static Visible True { get; } = new(true);
        public static Visible False { get; } = new(false);
        public static Visible LegendOnly { get; } = new("legendonly");
    }
}
