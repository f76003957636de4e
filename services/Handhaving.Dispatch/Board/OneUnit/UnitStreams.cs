using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Board.OneUnit;

/// <summary>Counts the streams about each unit at this replica: each reads anew at every change, so a crew has a few and not its whole allowance.</summary>
public sealed class UnitStreams
{
    /// <summary>Streams about one unit, of its crew and of others each: a phone for each of the crew, and what was cut and is not noticed yet.</summary>
    public const int PerUnit = 4;

    public static readonly Rule Few = new("TOO_MANY_UNIT_STREAMS", RuleOutcome.Exhausted,
        "Unit {unit} is followed by {limit} streams already. End one before you open another.",
        "Deze eenheid wordt al op {limit} schermen gevolgd. Sluit er een en probeer het opnieuw.");

    private readonly Lock gate = new();
    private readonly Dictionary<(UnitName Unit, bool ByCrew), int> open = [];

    /// <param name="byCrew">Whether its own crew follows it.</param>
    /// <exception cref="RuleBroken">TOO_MANY_UNIT_STREAMS.</exception>
    public void Enter(UnitName unit, bool byCrew)
    {
        lock (gate)
        {
            var count = open.GetValueOrDefault((unit, byCrew));
            Few.Require(count < PerUnit, ("unit", unit.Value), ("limit", $"{PerUnit}"));
            open[(unit, byCrew)] = count + 1;
        }
    }

    public void Leave(UnitName unit, bool byCrew)
    {
        lock (gate)
            if (--open[(unit, byCrew)] == 0) open.Remove((unit, byCrew));
    }
}
