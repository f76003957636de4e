import en from "../en/pages/staffing.json";
import nl from "../nl/pages/staffing.json";
import { addWords } from "../pageWords";

addWords("staffing", nl, en);
