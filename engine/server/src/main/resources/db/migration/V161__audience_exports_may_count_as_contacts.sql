-- Whether everybody in the file has been contacted from the contact policy's point of view.
ALTER TABLE audience_export ADD COLUMN counts_as_contact BOOLEAN DEFAULT FALSE NOT NULL;
