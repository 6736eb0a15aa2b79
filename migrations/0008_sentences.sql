CREATE TABLE `understanding_measures` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`labels` text NOT NULL,
	`report` text
);
--> statement-breakpoint
-- What was kept before was masked less strictly, and its identifiers told the hour: it is forgotten.
DROP TABLE `misunderstandings`;--> statement-breakpoint
CREATE TABLE `misunderstandings` (
	`id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`sealed` text NOT NULL,
	`alike` text NOT NULL,
	`intent` text NOT NULL,
	`topic` text,
	`confidence` real NOT NULL,
	`times` integer DEFAULT 1 NOT NULL,
	`received_on` text NOT NULL,
	`last_on` text NOT NULL,
	`label_intent` text,
	`label_topic` text,
	`labelled_by` text,
	`labelled_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `misunderstandings_alike` ON `misunderstandings` (`alike`);