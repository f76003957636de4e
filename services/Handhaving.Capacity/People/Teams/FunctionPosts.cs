using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;

namespace Handhaving.Capacity.People.Teams;

/// <summary>Powers that a function asks.</summary>
/// <param name="Domain">Null = none.</param>
public sealed record FunctionPowers(FunctionName Function, CompetenceDomain? Domain, bool NeedsUseOfForceTest);

/// <summary>A function whose strength follows from people: its posts over all teams of the owner, and the powers that it asks.</summary>
/// <param name="Established">Funded posts, in people.</param>
public sealed record FunctionPosts(FunctionPowers Asked, int Established)
{
    public FunctionName Function => Asked.Function;
}
