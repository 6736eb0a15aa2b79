ALTER TABLE `cases` ADD `part_of` text REFERENCES cases(id);--> statement-breakpoint
CREATE INDEX `cases_contact` ON `cases` (`contact_id`);--> statement-breakpoint
CREATE INDEX `cases_household` ON `cases` (`household_id`,`kind`);--> statement-breakpoint
CREATE INDEX `cases_part_of` ON `cases` (`part_of`);