CREATE TABLE `policy_effects` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`day` text NOT NULL,
	`cursor` text,
	`households` integer NOT NULL,
	`persons` integer NOT NULL,
	`total` integer NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	FOREIGN KEY (`proposal_id`) REFERENCES `policy_proposals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `policy_flips` (
	`proposal_id` text NOT NULL,
	`household_id` text NOT NULL,
	`person_id` text NOT NULL,
	`programme` text NOT NULL,
	`effect` text NOT NULL,
	`because` text NOT NULL,
	`language` text NOT NULL,
	PRIMARY KEY(`proposal_id`, `household_id`, `person_id`, `programme`),
	FOREIGN KEY (`proposal_id`) REFERENCES `policy_proposals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `policy_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`changes` text NOT NULL,
	`citation` text NOT NULL,
	`source` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`remark` text,
	`book_version` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `policy_proposals_book` ON `policy_proposals` (`book_version`);