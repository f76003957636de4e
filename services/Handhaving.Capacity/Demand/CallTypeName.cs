namespace Handhaving.Capacity.Demand;

/// <summary>Name of the type of incident that a call was about.</summary>
public readonly record struct CallTypeName(string Value)
{
    /// <summary>The family of a type: what stands before the first point of <c>parking.nuisance</c>. Empty = nobody said what it is about.</summary>
    public static CallTypeName FamilyOf(string type) => new(type.Split('.', 2)[0]);
}
