namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>What a kind of shift is called on the roster.</summary>
public readonly record struct ShiftKindName(string Value)
{
    public override string ToString() => Value;
}
