/** What is wrong with one field of a request, or with the request as a whole. */
export interface FieldProblem {
  field?: string | null;
  message: string;
}

/** An error as application/problem+json; by hand, because the server describes answers that succeed only. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  code?: string;
  detail?: string;
  hint?: string;
  errors?: (FieldProblem | string)[];
}
