CREATE TABLE `county_figures` (
	`county` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`counted_at` text NOT NULL,
	`figures` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_year` ON `ledger` (`school_year`,`state`,`programme`);