import { useCallback, useRef, useState } from "react";
import { failureOf, type Failure } from "../contracts/failure";

interface Asked<Answer> {
  answer: Answer | undefined;
  /** By this machine's clock, in milliseconds since 1970; 0 = never. */
  answeredAt: number;
  isAsking: boolean;
  failure: Failure | undefined;
}

/** What was read when somebody asked; of two questions the later one counts. */
export function useAnswer<Answer>() {
  const [asked, setAsked] = useState<Asked<Answer>>({ answer: undefined, answeredAt: 0, isAsking: false, failure: undefined });
  const last = useRef(0);
  const ask = useCallback(async (read: () => Promise<Answer>) => {
    const mine = ++last.current;
    setAsked((before) => ({ ...before, isAsking: true, failure: undefined }));
    try {
      const answer = await read();
      if (mine === last.current) setAsked({ answer, answeredAt: Date.now(), isAsking: false, failure: undefined });
    } catch (error) {
      if (mine === last.current) setAsked({ answer: undefined, answeredAt: 0, isAsking: false, failure: failureOf(error) });
    }
  }, []);
  return { ...asked, ask };
}
