using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Queueing;

/// <summary>Within which limits the number of a model holds: to be shown beside it.</summary>
public static class ModelLimits
{
    private const string English = "Holds for a stationary load, random arrivals and exponential service times";
    private const string Dutch = "Geldt bij een gelijkmatige drukte, toevallige meldingen en wisselende (exponentiele) afhandeltijden";

    /// <summary>For incidents that need several units M/M/c-like models are unreliable: least bad with few servers, worse as more calls come (Green and Kolesar 1984).</summary>
    public static readonly Sentences SeveralUnitsPerIncident = new(
        "Incidents that need several units are not in this model: take the number as too hopeful, and simulate.",
        "Incidenten waar meer eenheden heen gaan zitten niet in dit model: de uitkomst is te gunstig. Gebruik een simulatie.");

    public static Sentences Of(QueueingModel model) => model switch
    {
        QueueingModel.ErlangB => new($"{English}; a call that finds all units busy is lost.", $"{Dutch}; wie niemand vrij treft, wordt elders geholpen."),
        QueueingModel.ErlangC => new($"{English}; all calls wait in one line.", $"{Dutch}; alle meldingen wachten in een rij."),
        QueueingModel.SquareRootStaffing => new($"{English}, and a load of several units; a rule of thumb.", $"{Dutch}, en werk voor meerdere eenheden; een vuistregel."),
        QueueingModel.Cobham => new($"{English}, the same for all priorities; who is helped is not interrupted.", $"{Dutch}, gelijk voor alle prioriteiten; lopend werk gaat door."),
        QueueingModel.PreemptiveResume => new($"{English}, one unit, which leaves its work for a higher priority and resumes it.", $"{Dutch}, een eenheid, die werk onderbreekt voor een hogere prioriteit."),
        QueueingModel.ReserveCutoff => new($"{English}, two priorities.", $"{Dutch}, twee prioriteiten."),
        QueueingModel.HypercubeExact => new($"{English} that do not depend on the place; one unit per call.", $"{Dutch} die niet van de plek afhangen; een eenheid per melding."),
        QueueingModel.HypercubeApproximation => new($"{English}, the same for all units; workloads within a few percent.", $"{Dutch}, gelijk voor alle eenheden; werklast tot op enkele procenten."),
        QueueingModel.PatrolAllocation => new($"{English}; units and calls are spread evenly over the area.", $"{Dutch}; eenheden en meldingen zijn gelijk over het gebied verdeeld."),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "Not a model."),
    };
}
