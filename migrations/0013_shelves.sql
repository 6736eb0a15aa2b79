DROP INDEX `persons_name`;--> statement-breakpoint
ALTER TABLE `persons` ADD `shelf` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `persons_name` ON `persons` (`shelf`,`name_index`,`link_index`);