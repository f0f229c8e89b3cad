-- As long as the longest name a caller can have: of an account, or of an API key after "key:".
ALTER TABLE publication ALTER COLUMN published_by SET DATA TYPE VARCHAR(200);
