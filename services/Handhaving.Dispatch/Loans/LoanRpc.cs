using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Dispatch.Loans;

/// <summary>Door of <c>LoanService</c>.</summary>
public sealed class LoanRpc(LoanQueries queries, RefuseLoan refuse) : V1.LoanService.LoanServiceBase
{
    public override async Task<V1.ListLoansResponse> ListLoans(V1.ListLoansRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var loans = await queries.ListAsync(page, context.Call(), context.CancellationToken);
        return new() { Loans = { loans.Rows.Select(LoanWire.ToWire) }, NextPageToken = loans.NextToken };
    }

    public override async Task<V1.RefuseLoanResponse> RefuseLoan(V1.RefuseLoanRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var name = LoanName.Parse(request.Name) ?? throw new NotFound(request.Name);
        var (loan, consequences) = await refuse.HandleAsync(name, request.Reason, request.Etag, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Loan = LoanWire.ToWire(loan), Consequences = { consequences } };
    }
}
