import { useCallback, useEffect, useState } from "react";
import { failureOf, type Failure } from "../contracts/failure";
import { useDesk } from "../desk/desk";
import { LoanState, type Loan } from "../generated/handhaving/dispatch/v1/loan_pb";

export interface EarlierLoans {
  /** Undefined: not known yet. */
  loans: readonly Loan[] | undefined;
  failure: Failure | undefined;
  /** Reads the next page; undefined when there is none. */
  more: (() => void) | undefined;
}

const rows = 20;
const nothing = { loans: undefined, nextPageToken: "", failure: undefined };

/** Loans of the team and its municipalities that are over, the latest first; read anew when something else is lent. */
export function useEarlierLoans(lent: readonly Loan[]): EarlierLoans {
  const { clients, team } = useDesk();
  const [state, setState] = useState<{ loans: readonly Loan[] | undefined; nextPageToken: string; failure: Failure | undefined }>(nothing);
  const read = useCallback(async (before: readonly Loan[], pageToken: string, signal?: AbortSignal) => {
    try {
      const page = await clients.loans.listLoans({ parent: `teams/${team}`, pageSize: rows, pageToken }, { ...(signal && { signal }) });
      if (signal?.aborted !== true) setState({ loans: [...before, ...page.loans.filter((loan) => loan.state !== LoanState.ACTIVE)], nextPageToken: page.nextPageToken, failure: undefined });
    } catch (error) {
      if (signal?.aborted !== true) setState((known) => ({ ...known, failure: failureOf(error) }));
    }
  }, [clients, team]);
  const key = lent.map((loan) => loan.name).join(" ");
  useEffect(() => {
    const stop = new AbortController();
    void read([], "", stop.signal);
    return () => stop.abort();
  }, [read, key]);
  return { loans: state.loans, failure: state.failure, more: state.nextPageToken === "" ? undefined : () => void read(state.loans ?? [], state.nextPageToken) };
}
