import en from "../en/pages/people.json";
import nl from "../nl/pages/people.json";
import { addWords } from "../pageWords";

addWords("people", nl, en);
